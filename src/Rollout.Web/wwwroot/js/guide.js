// The help of a page, in a sheet at its side. The server draws it, for this page and this reader.

let sheet, body;

function build(close) {
  sheet = Object.assign(document.createElement('dialog'), { className: 'guide' });
  sheet.setAttribute('aria-labelledby', 'guide-title');
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'guide-close' });
  button.setAttribute('aria-label', close);
  button.innerHTML = '<svg class="sign" aria-hidden="true"><use href="#sign-close"></use></svg>';
  body = Object.assign(document.createElement('div'), { className: 'guide-body', tabIndex: -1 });
  sheet.append(button, body);
  sheet.addEventListener('click', event => {
    if (event.target === sheet || event.target.closest('.guide-close') || (event.target.closest('a') && !event.ctrlKey && !event.metaKey)) sheet.close();
  });
}

export async function open() {
  const link = document.querySelector('[data-help]');
  sheet ?? build(link?.dataset.close ?? '');
  if (!sheet.isConnected) document.body.append(sheet);
  body.replaceChildren();
  sheet.setAttribute('aria-busy', 'true');
  sheet.showModal();
  const query = new URLSearchParams({ path: location.pathname });
  const programme = new URLSearchParams(location.search).get('programme');
  if (programme) query.set('programme', programme);
  try {
    const answer = await fetch(`/help/page?${query}`);
    if (!answer.ok) throw new Error(`${answer.status}`);
    body.innerHTML = await answer.text();
    body.querySelector('h2')?.focus();
  } catch {
    // Then the page with all words says why it cannot be reached.
    location.assign(link?.href ?? '/help');
  }
  sheet.removeAttribute('aria-busy');
}
