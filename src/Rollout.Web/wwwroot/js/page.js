// Popovers, skip links and printing, which only the browser can serve. Delegated from the document, because Blazor replaces elements as it likes.

const closePopovers = except => document.querySelectorAll('details[data-pop][open]').forEach(d => {
  if (d === except) return;
  // What has the focus in it would vanish with it.
  if (d.querySelector(':scope > :not(summary) :focus')) d.querySelector('summary').focus();
  d.removeAttribute('open');
});

document.addEventListener('click', event => {
  if (!(event.target instanceof Element)) return;
  // One popover at a time; a way that was chosen in it closes it too.
  closePopovers(event.target.closest('details[data-pop] a') ? null : event.target.closest('details[data-pop]'));
  if (event.target.closest('[data-print]')) print();
  const skip = event.target.closest('.skip, [data-skip]');
  if (!skip) return;
  event.preventDefault();
  event.stopPropagation();
  const to = document.getElementById(skip.hash.slice(1));
  to?.focus();
  to?.scrollIntoView({ block: 'start' });
}, { capture: true });
document.addEventListener('submit', event => {
  if (event.target.closest('details[data-pop]')) closePopovers(null);
});
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  const open = document.querySelector('details[data-pop][open]');
  if (open) {
    closePopovers(null);
    open.querySelector('summary').focus();
  }
});
