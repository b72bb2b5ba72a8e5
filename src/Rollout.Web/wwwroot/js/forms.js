// What plain forms need of the browser: a sign that something is under way, and the picture of a second factor's secret.
// Everything is delegated, because Blazor replaces elements as it likes.

document.addEventListener('submit', event => {
  const form = event.target;
  if (!form.matches('[data-busy]') || event.defaultPrevented) return;
  form.setAttribute('aria-busy', 'true');
  // Only after the form was read: a disabled button would not send its own value.
  setTimeout(() => form.querySelectorAll('button[type=submit]').forEach(button => { button.disabled = true; }));
});
addEventListener('pageshow', () => document.querySelectorAll('form[aria-busy]').forEach(form => {
  form.removeAttribute('aria-busy');
  form.querySelectorAll('button[type=submit]').forEach(button => { button.disabled = false; });
}));

document.addEventListener('focusin', event => event.target.matches?.('[data-select]') && event.target.select());

// What a one-time link carries behind its # is taken out of the address and sent at once.
function takeFromLink() {
  const field = document.querySelector('[data-from-link]');
  if (!field || location.hash.length < 2) return;
  field.value = location.hash.slice(1);
  history.replaceState(history.state, '', location.pathname);
  field.form.requestSubmit();
}
takeFromLink();
addEventListener('hashchange', takeFromLink);

async function drawPictures() {
  for (const place of document.querySelectorAll('[data-qr]:empty')) {
    const { default: qrcode } = await import('../lib/qrcode-generator/qrcode.mjs');
    const code = qrcode(0, 'M');
    code.addData(place.dataset.qr);
    code.make();
    place.innerHTML = code.createSvgTag({ cellSize: 4, margin: 4, scalable: true });
    place.firstElementChild.setAttribute('aria-hidden', 'true');
  }
}
drawPictures();
globalThis.Blazor?.addEventListener('enhancedload', drawPictures);
