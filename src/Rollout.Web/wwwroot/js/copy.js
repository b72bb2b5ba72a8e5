// Copies what a button carries. The browser only allows it at the very moment of the click or key, so it is done here and not by way of the
// server; where it is refused (without https there is no clipboard), the text is shown or stands there already, selected, to be copied by hand.

document.addEventListener('click', async event => {
  const button = event.target instanceof Element && event.target.closest('[data-copy]');
  if (!button) return;
  const [said, hidden, shown] = ['[role=status]', 'textarea', '[data-select]'].map(what => button.parentElement.querySelector(what));
  if (hidden) hidden.hidden = true;
  said.textContent = '';
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    said.textContent = button.dataset.copied;
  } catch {
    said.textContent = button.dataset.refused ?? '';
    if (hidden) {
      hidden.value = button.dataset.copy;
      hidden.hidden = false;
    }
    (hidden ?? shown)?.focus();
    (hidden ?? shown)?.select();
  }
});
