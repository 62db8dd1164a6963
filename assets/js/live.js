// Live pages (P15): the server says that something changed, the content is read again. What someone is typing or has
// opened is never replaced: a quiet line offers the new page instead. The end of app.js (assets/build.mjs).
(() => {
  'use strict';

  let touched = false;
  document.addEventListener('input', (event) => {
    if (event.target.closest?.('#contenu') && event.target.form) touched = true;
  });
  const busy = () => {
    const focus = document.activeElement;
    return touched || document.querySelector(':popover-open, main details[open], main [aria-busy="true"]') ||
      focus?.closest?.('#contenu input, #contenu textarea, #contenu select');
  };
  const offerRefresh = () => {
    if (document.querySelector('.changed')) return;
    const line = document.createElement('p');
    line.className = 'changed';
    line.setAttribute('role', 'status');
    const again = document.createElement('a');
    again.href = location.href;
    again.textContent = 'Actualiser';
    line.append('Cette page a changé · ', again);
    document.getElementById('contenu').prepend(line);
  };
  // The focus stays where it was: on the same link, else on what stands at the same place.
  const keepFocus = () => {
    const focused = document.activeElement;
    if (!focused?.closest?.('#contenu') || focused.id === 'contenu') return () => {};
    const href = focused.getAttribute('href');
    const path = [];
    for (let at = focused; at.id !== 'contenu'; at = at.parentElement) path.unshift([...at.parentElement.children].indexOf(at));
    return () => {
      const same = href && document.querySelector(`#contenu a[href="${CSS.escape(href)}"]`);
      const there = path.reduce((at, step) => at?.children[step], document.getElementById('contenu'));
      (same || (there?.tagName === focused.tagName ? there : null))?.focus({ preventScroll: true });
    };
  };
  // What just happened stays told until it is put away.
  const keepSaid = () => {
    const said = document.querySelector('#contenu > .flashes');
    return () => {
      if (said && !said.isConnected) document.getElementById('contenu').prepend(said);
    };
  };
  // Whether somebody began to type is asked when the new content is there: it may have been long under way.
  let afterwards = [];
  document.addEventListener('htmx:beforeSwap', (event) => {
    if (!event.detail.requestConfig.headers['X-Live']) return;
    if (busy()) {
      event.detail.shouldSwap = false;
      offerRefresh();
    } else {
      afterwards = [keepSaid(), keepFocus(), listen];
    }
  });
  const changed = () => {
    if (busy()) return offerRefresh();
    htmx.ajax('GET', location.pathname + location.search,
      { target: '#contenu', select: '#contenu', swap: 'outerHTML', headers: { 'X-Live': '1' } })
      .then(() => afterwards.splice(0).forEach((act) => act()));
  };
  // What left the reader's scope is no longer found beside the page: the server's words say so above what the page holds,
  // which stays to be read and copied.
  let gone = false;
  const tellGone = async (address) => {
    const answer = await fetch(address);
    if (answer.status !== 404 || gone) return;
    const told = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.gone');
    if (!told) return;
    gone = true;
    document.querySelector('.changed')?.remove();
    document.getElementById('contenu').prepend(told);
  };
  let source = null;
  let address = null;
  let known = null;  // the last fact told: where a tab that was hidden goes on
  const close = () => source?.close();
  const open = () => {
    if (!address || gone) return;
    source = new EventSource(known ? address.replace(/depuis=\d+/, `depuis=${known}`) : address);
    source.addEventListener('changement', (event) => {
      known = event.lastEventId;
      changed();
    });
    // A line that broke is tried again by itself; what was refused is not.
    source.addEventListener('error', (event) => {
      if (event.target.readyState === EventSource.CLOSED) tellGone(address).catch(() => {});
    });
  };
  // A page that was read again names what it was drawn from: its address is asked from then on.
  const listen = () => {
    close();
    address = document.querySelector('main[data-live]')?.dataset.live;
    known = null;
    if (!document.hidden) open();
  };

  // The script is deferred: the page is there.
  if (!window.EventSource || !window.htmx) return;
  document.addEventListener('visibilitychange', () => {
    close();
    if (!document.hidden) open();
  });
  window.addEventListener('pagehide', close);
  listen();
})();
