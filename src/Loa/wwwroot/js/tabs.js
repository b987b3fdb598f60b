// Tabs over sections of one page: one panel at a time, arrow keys, the address remembers which.
export function start(list) {
  const tabs = [...list.querySelectorAll('a[href^="#"]')];
  const panels = tabs.map(tab => document.querySelector(tab.hash));
  list.setAttribute('role', 'tablist');
  tabs.forEach((tab, index) => {
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-controls', panels[index].id);
    tab.id ||= `${panels[index].id}-tab`;
    panels[index].setAttribute('role', 'tabpanel');
    panels[index].setAttribute('aria-labelledby', tab.id);
    tab.addEventListener('click', event => { event.preventDefault(); select(index); history.replaceState(history.state, '', tab.hash); });
    tab.addEventListener('keydown', event => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const next = (index + step + tabs.length) % tabs.length;
      select(next);
      tabs[next].focus();
    });
  });

  function select(chosen) {
    tabs.forEach((tab, index) => {
      tab.removeAttribute('aria-current');
      tab.setAttribute('aria-selected', String(index === chosen));
      tab.tabIndex = index === chosen ? 0 : -1;
      panels[index].hidden = index !== chosen;
    });
  }

  // The address may name a panel or anything inside one.
  const named = () => {
    const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    return target ? panels.findIndex(panel => panel.contains(target)) : -1;
  };
  const open = () => { const index = named(); if (index >= 0 && panels[index].hidden) { select(index); document.getElementById(decodeURIComponent(location.hash.slice(1))).scrollIntoView({ block: 'nearest' }); } };
  addEventListener('hashchange', open);
  const wanted = named();
  const marked = tabs.findIndex(tab => tab.hasAttribute('aria-current'));
  select(Math.max(0, wanted >= 0 ? wanted : marked));
}
