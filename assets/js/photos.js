// Photographs from a phone: sent as soon as they are taken, one after the other, so that a lost connection loses one at
// most; the rest waits, and goes on from there. Forms marked data-each send each for good; forms marked data-hold (their
// value: where to) keep each on the server until the form itself leaves. Without script each form sends what it holds.
(() => {
  'use strict';

  const status = (form) => form.querySelector('.photo-status');
  const say = (form, text) => { status(form).textContent = text; };

  // { sent: what the server answered }, { refused: why, gone: all of them will be } or { broken: true }
  const sendOne = (form, address, body, told) => new Promise((done) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) told(Math.floor((100 * event.loaded) / event.total));
    });
    request.addEventListener('load', () => {
      if (request.status < 400) return done({ sent: request.responseText });
      const answer = new DOMParser().parseFromString(request.responseText, 'text/html');
      const why = answer.querySelector('.field-error')?.textContent;
      done({ refused: why || (request.status === 404 ? 'Ce dossier n’est plus dans votre liste.' : 'Cette photo n’a pas été prise.'), gone: !why });
    });
    for (const broken of ['error', 'timeout', 'abort']) request.addEventListener(broken, () => done({ broken: true }));
    request.open('POST', address);
    request.send(body);
  });

  // Empties `files`, but for what a broken connection leaves there. `done` is told the answer to each that came.
  const sendAll = async (form, files, { address, bodyOf, done }) => {
    const all = files.length;
    const refusals = [];
    form.setAttribute('aria-busy', 'true');
    form.classList.remove('waiting');
    for (let at = 1; files.length; ++at) {
      const which = all > 1 ? ` ${at} sur ${all}` : '';
      const outcome = await sendOne(form, address, bodyOf(files[0]), (percent) =>
        say(form, percent < 100 ? `Photo${which}\u00a0: ${percent}\u00a0% envoyés` : `Photo${which}\u00a0: vérification…`));
      if (outcome.broken) {
        const sent = all - files.length - refusals.length;
        const words = sent > 1 ? 'envoyées' : 'envoyée';
        say(form, `Connexion perdue${all > 1 ? `\u00a0: ${sent} sur ${all} ${words}` : ''}. Touchez «\u00a0Reprendre\u00a0» quand elle revient.`);
        form.classList.add('waiting');
        break;
      }
      files.shift();
      if (outcome.refused) refusals.push(outcome.refused);
      else done(outcome.sent);
      if (outcome.gone) files.length = 0;
    }
    form.removeAttribute('aria-busy');
    return refusals;
  };

  // ---- data-each
  const rest = new WeakMap();  // form → files still to be sent
  const sendEach = async (form) => {
    const files = rest.get(form);
    const bodyOf = (file) => {
      const body = new FormData(form);
      body.delete('photo');
      body.append('photo', file, file.name);
      return body;
    };
    const refusals = await sendAll(form, files, { address: form.action, bodyOf, done() {} });
    if (files.length) {
      form.querySelector('button span').textContent = 'Reprendre';
      return;
    }
    rest.delete(form);
    form.querySelector('input[type="file"]').value = '';
    if (refusals.length) say(form, refusals.join(' '));
    else location.reload();
  };

  for (const form of document.querySelectorAll('form[data-each]')) form.classList.add('enlivened');

  // ---- data-hold
  const held = new WeakMap();  // form → { files: still to be sent, running, leaving: the form waits for them }
  const keep = (form, markup) => {
    const kept = form.querySelector('.kept-photos');
    const box = new DOMParser().parseFromString(markup, 'text/html').querySelector('.choice');
    if (!box || document.getElementById(box.querySelector('input').id)) return;  // the same photograph again
    kept.append(box);
    kept.hidden = false;
    const count = kept.querySelectorAll('input').length;
    kept.querySelector('legend').textContent = count > 1 ? 'Photos déjà reçues' : 'Photo déjà reçue';
  };
  const sendHeld = async (form) => {
    const state = held.get(form);
    const resume = form.querySelector('[data-resume]');
    resume.hidden = true;
    state.running = true;
    const bodyOf = (file) => {
      const body = new FormData();
      body.append('_jeton', form.elements._jeton.value);
      body.append('photo', file, file.name);
      return body;
    };
    const refusals = [];
    let broken = false;
    while (state.files.length && !broken) {  // more may be chosen meanwhile
      const turn = state.files.splice(0);
      refusals.push(...await sendAll(form, turn, { address: form.dataset.hold, bodyOf, done: (markup) => keep(form, markup) }));
      broken = turn.length > 0;
      state.files.unshift(...turn);
    }
    state.running = false;
    resume.hidden = !broken;
    if (broken) return resume.focus();
    say(form, refusals.join(' '));
    if (state.leaving && !refusals.length) form.requestSubmit();
    state.leaving = false;
  };

  document.addEventListener('change', (event) => {
    const input = event.target;
    const form = input.closest?.('form[data-each], form[data-hold]');
    if (!form || input.type !== 'file' || !input.files.length) return;
    if ('each' in form.dataset) {
      rest.set(form, [...input.files]);
      return form.requestSubmit();
    }
    const state = held.get(form) ?? { files: [], running: false, leaving: false };
    held.set(form, state);
    state.files.push(...input.files);
    input.value = '';
    if (!state.running) sendHeld(form);
  });
  document.addEventListener('click', (event) => {
    const form = event.target.closest?.('[data-resume]')?.form;
    if (form && !held.get(form).running) sendHeld(form);
  });
  // Before app.js counts the form as sent.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    const each = 'each' in form.dataset && rest.get(form)?.length;
    const state = 'hold' in form.dataset ? held.get(form) : null;
    const busy = state ? state.running : form.getAttribute('aria-busy') === 'true';
    const holds = state && (state.files.length || state.running);
    if (!each && !holds) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (state) state.leaving = true;
    if (!busy) (each ? sendEach : sendHeld)(form);
  }, true);
})();
