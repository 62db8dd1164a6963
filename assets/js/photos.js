// Photographs from a phone (forms marked data-each): sent as soon as they are taken, one after the other, so that a lost
// connection loses one at most; the rest waits, and goes on from there. Without script each form sends what it holds.
(() => {
  'use strict';

  const rest = new WeakMap();  // form → files still to be sent
  const say = (form, text) => { form.querySelector('.photo-status').textContent = text; };

  const sendOne = (form, file, told) => new Promise((done) => {
    const body = new FormData(form);
    body.delete('photo');
    body.append('photo', file, file.name);
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) told(Math.floor((100 * event.loaded) / event.total));
    });
    request.addEventListener('load', () => {
      if (request.status < 400) return done({ sent: true });
      const answer = new DOMParser().parseFromString(request.responseText, 'text/html');
      const why = answer.querySelector('.field-error')?.textContent;
      done({ refused: why || (request.status === 404 ? 'Ce dossier n’est plus dans votre liste.' : 'Cette photo n’a pas été prise.'), gone: !why });
    });
    for (const broken of ['error', 'timeout', 'abort']) request.addEventListener(broken, () => done({ broken: true }));
    request.open('POST', form.action);
    request.send(body);
  });

  const sendAll = async (form) => {
    const files = rest.get(form);
    const all = files.length;
    const refusals = [];
    form.setAttribute('aria-busy', 'true');
    form.classList.remove('waiting');
    while (files.length) {
      const at = all > 1 ? ` ${all - files.length + 1} sur ${all}` : '';
      const outcome = await sendOne(form, files[0], (percent) =>
        say(form, percent < 100 ? `Photo${at} : ${percent}\u00a0% envoyés` : `Photo${at} : vérification…`));
      if (outcome.broken) {
        const sent = all - files.length - refusals.length;
        say(form, `Connexion perdue${all > 1 ? ` : ${sent} sur ${all} envoyées` : ''}. Touchez « Reprendre » quand elle revient.`);
        form.querySelector('button span').textContent = 'Reprendre';
        form.classList.add('waiting');
        break;
      }
      files.shift();
      if (outcome.refused) refusals.push(outcome.refused);
      if (outcome.gone) files.length = 0;
    }
    form.removeAttribute('aria-busy');
    if (files.length) return;
    rest.delete(form);
    form.querySelector('input[type="file"]').value = '';
    if (refusals.length) say(form, refusals.join(' '));
    else location.reload();
  };

  for (const form of document.querySelectorAll('form[data-each]')) form.classList.add('enlivened');

  document.addEventListener('change', (event) => {
    const form = event.target.closest?.('form[data-each]');
    if (!form || event.target.type !== 'file' || !event.target.files.length) return;
    rest.set(form, [...event.target.files]);
    form.requestSubmit();
  });
  // Before app.js counts the form as sent.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!('each' in form.dataset) || !rest.get(form)?.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (form.getAttribute('aria-busy') !== 'true') sendAll(form);
  }, true);
})();
