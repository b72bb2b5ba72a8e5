// Blazor's script tells the server on `unload` that a page is left, so that its circuit is freed at once. Browsers are giving that event up;
// `pagehide` comes at the same moment. Must stand before Blazor's script.

const listen = window.addEventListener;
window.addEventListener = (type, ...more) => listen.call(window, type === 'unload' ? 'pagehide' : type, ...more);

// A page brought back from the browser's memory has no circuit any more.
addEventListener('pageshow', event => event.persisted && location.reload());
