// Tells the page whether its reader is at the top: only there may new lines appear by themselves.

export function watch(top, page) {
  const observer = new IntersectionObserver(seen => page.invokeMethodAsync('AtTop', seen.at(-1).isIntersecting).catch(() => { }), { rootMargin: '80px 0px' });
  observer.observe(top);
  return {
    release: () => observer.disconnect(),
    up: () => {
      scrollTo({ top: 0 });
      document.querySelector('main h1')?.focus({ preventScroll: true });
    },
  };
}
