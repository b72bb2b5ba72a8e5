// The demo's own date: the server says it now and then, with how fast it runs; in between it is counted on here, and stands while the connection is lost.

const form = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit',
});
let said = '', since = 0;

setInterval(() => {
  const clock = document.querySelector('.demo-clock');
  if (!clock?.firstChild || document.documentElement.classList.contains('is-offline')) return;
  const { now, speed, until } = clock.dataset;
  if (said !== now) [said, since] = [now, performance.now()];
  const fast = Number(now) + (performance.now() - since) * Number(speed);
  clock.firstChild.data = form.format(until && Number(now) < until ? Math.min(fast, until) : fast).replace(',', '');
}, 1000);
