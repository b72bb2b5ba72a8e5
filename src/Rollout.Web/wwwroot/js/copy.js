// Copies what a button carries. The browser only allows it at the very moment of the click or key, so it is done here and not by way of the
// server; where it is refused, the text appears, selected, to be copied by hand.

document.addEventListener('click', async event => {
  const button = event.target instanceof Element && event.target.closest('[data-copy]');
  if (!button) return;
  const [said, by_hand] = [button.parentElement.querySelector('[role=status]'), button.parentElement.querySelector('textarea')];
  by_hand.hidden = true;
  said.textContent = '';
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    said.textContent = button.dataset.copied;
  } catch {
    said.textContent = button.dataset.refused;
    by_hand.value = button.dataset.copy;
    by_hand.hidden = false;
    by_hand.focus();
    by_hand.select();
  }
});
