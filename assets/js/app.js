// What the pages gain where scripts run; every page works without.
(() => {
  'use strict';

  const metaContent = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? '';

  // The server's clock, which may be a demonstration's: the page's instant moves on with the browser's time.
  const readAt = performance.now();
  const now = () => Date.parse(metaContent('mandat-now')) + (performance.now() - readAt);

  // ---- Delays: the same words as base::french::remaining on the server.
  const twoUnits = (large, largeUnit, small, smallUnit) =>
    `${large}\u00a0${largeUnit}` + (small ? ` ${small}\u00a0${smallUnit}` : '');
  const elapsed = (milliseconds) => {
    const minutes = Math.floor(milliseconds / 60_000);
    const hours = Math.floor(minutes / 60);
    if (minutes < 1) return 'moins d’une minute';
    if (hours < 1) return `${minutes}\u00a0min`;
    if (hours < 48) return twoUnits(hours, 'h', minutes % 60, 'min');
    return twoUnits(Math.floor(hours / 24), 'j', hours % 24, 'h');
  };
  const soon = 12 * 3_600_000;
  const refreshDelays = () => {
    for (const pill of document.querySelectorAll('time[data-due]')) {
      const left = Date.parse(pill.dateTime) - now();
      const text = left > 0 ? `dans ${elapsed(left)}` : `dépassée de ${elapsed(-left)}`;
      const words = pill.querySelector('span');
      if (words && words.textContent !== text) words.textContent = text;
      pill.classList.toggle('tone-bad', left <= 0);
      pill.classList.toggle('tone-warn', left > 0 && left < soon);
      pill.classList.toggle('tone-neutral', left >= soon);
    }
  };
  setInterval(refreshDelays, 30_000);

  // ---- On a phone the tab one is on may stand beyond the edge of its row.
  const showCurrentTabs = () => {
    for (const tab of document.querySelectorAll('.tabs [aria-current="page"]')) {
      const row = tab.closest('ul');
      const beyond = tab.getBoundingClientRect().right - row.getBoundingClientRect().right;
      if (beyond > 0) row.scrollLeft += beyond;
    }
  };
  showCurrentTabs();

  // ---- Keyboard: j and k walk the rows, Enter opens (the focused link does), / goes to the search.
  const typing = (target) => target.closest?.('input, textarea, select, [contenteditable], [popover]');
  const walk = (step) => {
    const links = [...document.querySelectorAll('[data-rows] .row-link')];
    const at = links.indexOf(document.activeElement);
    const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step;
    links[Math.min(Math.max(next, 0), links.length - 1)]?.focus();
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === 'j') walk(1);
    else if (event.key === 'k') walk(-1);
    else if (event.key === '/') document.getElementById('recherche')?.focus();
    else return;
    event.preventDefault();
  });

  // ---- What opened under a button closes with Escape and with a click elsewhere.
  const closeDropdowns = (but) => {
    for (const open of document.querySelectorAll('details.filter-more[open]')) if (!open.contains(but)) open.open = false;
  };
  document.addEventListener('click', (event) => closeDropdowns(event.target));
  document.addEventListener('keydown', (event) => {
    const open = event.key === 'Escape' && document.activeElement.closest?.('details.filter-more[open]');
    if (!open) return;
    open.open = false;
    open.querySelector('summary').focus();
  });

  // ---- A form marked data-once is sent once; where it takes a while, what stands right after it (data-working) says
  // what is being done. Coming back to the page makes it ready again.
  const atWork = (form, busy) => {
    const words = form.nextElementSibling;
    if (!words || !('working' in words.dataset)) return;
    words.textContent = busy ? words.dataset.working : '';
    form.querySelector('.form-actions [type="submit"]').setAttribute('aria-disabled', String(busy));
  };
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!('once' in form.dataset)) return;
    if (form.dataset.once === 'sent') return void event.preventDefault();
    form.dataset.once = 'sent';
    form.setAttribute('aria-busy', 'true');
    atWork(form, true);
  });
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-once="sent"]')) {
      form.dataset.once = '';
      form.removeAttribute('aria-busy');
      atWork(form, false);
    }
  });

  // ---- A grid of fields (data-grid): arrows and Enter walk it, a block copied from a spreadsheet is pasted into it.
  const gridRows = (grid) => [...grid.tBodies[0].rows].map((row) => [...row.querySelectorAll('td input, td select')]);
  const placeIn = (rows, field) => {
    const row = rows.findIndex((fields) => fields.includes(field));
    return [row, rows[row]?.indexOf(field) ?? -1];
  };
  const gridSteps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Enter: [1, 0] };
  // Inside a text the arrows move the caret first.
  const caretLeaves = (field, columns) =>
    columns === 0 || (field.selectionStart === field.selectionEnd && field.selectionStart === (columns < 0 ? 0 : field.value.length)) ||
    (field.selectionStart === 0 && field.selectionEnd === field.value.length);
  document.addEventListener('keydown', (event) => {
    const field = event.target;
    const step = gridSteps[event.key];
    const grid = field.closest?.('[data-grid]');
    if (!step || !grid || event.ctrlKey || event.metaKey || event.altKey) return;
    const choice = field.tagName === 'SELECT';
    if (choice && step[1] === 0 && event.key !== 'Enter') return;
    if (!choice && !caretLeaves(field, step[1])) return;
    const rows = gridRows(grid);
    const [row, column] = placeIn(rows, field);
    event.preventDefault();
    const next = rows[row + (event.shiftKey && event.key === 'Enter' ? -1 : step[0])]?.[column + step[1]];
    if (!next) return;
    next.focus();
    next.select?.();
  });
  const plain = (text) => text.trim().replace(/\s+/g, ' ').toLowerCase();
  const fill = (field, cell) => {
    if (field.tagName === 'SELECT') {
      const option = [...field.options].find((one) => plain(one.text) === plain(cell) || (!plain(cell) && !one.value));
      if (!option) return false;
      field.value = option.value;
    } else field.value = cell.trim();
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return true;
  };
  // A line whose first cell names a row of the grid goes there, whatever the field; one of the grid's own heads is not
  // data. What finds no place is told, never dropped in silence.
  const pasteBlock = (grid, field, lines) => {
    const rows = gridRows(grid);
    const [top, left] = placeIn(rows, field);
    const names = [...grid.tBodies[0].rows].map((row) => plain(row.querySelector('th')?.firstChild?.textContent ?? ''));
    const heads = [...grid.tHead.rows[0].cells].map((cell) => plain(cell.firstElementChild?.textContent ?? cell.textContent));
    const named = lines.some(([first]) => names.includes(plain(first)));
    const told = { filled: 0, unplaced: 0, strange: [] };
    let down = 0;
    for (const cells of lines) {
      if (cells.filter((cell) => plain(cell) && heads.includes(plain(cell))).length > 1) continue;
      const row = named ? names.indexOf(plain(cells[0])) : top + down++;
      if (named && row < 0 && plain(cells[0])) told.strange.push(cells[0].trim());
      const placed = named ? cells.slice(1) : cells;
      placed.forEach((cell, right) => {
        const target = rows[row]?.[(named ? 0 : left) + right];
        if (target && fill(target, cell)) told.filled += 1;
        else if (plain(cell)) told.unplaced += 1;
      });
    }
    return told;
  };
  const tellPaste = (grid, { filled, unplaced, strange }) => {
    const wrap = grid.closest('.table-wrap') ?? grid;
    let line = wrap.nextElementSibling;
    if (!line?.matches('.paste-told')) {
      line = Object.assign(document.createElement('p'), { className: 'paste-told quiet' });
      line.setAttribute('role', 'status');
      wrap.after(line);
    }
    const many = (count, one, several) => `${count} ${count > 1 ? several : one}`;
    line.textContent = `${many(filled, 'case remplie', 'cases remplies')}.` +
      (unplaced ? ` ${many(unplaced, 'case collée n’a pas trouvé sa place', 'cases collées n’ont pas trouvé leur place')}.` : '') +
      (strange.length ? ` Absent de la grille\u00a0: ${strange.slice(0, 5).join(', ')}${strange.length > 5 ? '…' : ''}. Ajoutez la ligne, puis collez de nouveau.` : '');
  };
  document.addEventListener('paste', (event) => {
    const grid = event.target.closest?.('[data-grid]');
    const text = event.clipboardData?.getData('text/plain').replace(/\r\n?/g, '\n').replace(/\n$/, '') ?? '';
    if (!grid || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    tellPaste(grid, pasteBlock(grid, event.target, text.split('\n').map((line) => line.split('\t'))));
  });

  // ---- A figure's link opens what it leads to within its page (data-opens-in), not instead of it.
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('[data-opens-in] .matrix td + td a, [data-opens-in] .how');
    if (!link || !window.htmx || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    htmx.ajax('GET', link.getAttribute('href'), { target: `#${link.closest('[data-opens-in]').dataset.opensIn}`, swap: 'innerHTML' });
  });

  // ---- What is only useful with a script appears with it.
  const enliven = (root) => {
    for (const button of root.querySelectorAll('[data-dismiss]')) button.hidden = false;
    refreshDelays();
  };
  document.addEventListener('click', (event) => {
    event.target.closest?.('[data-dismiss]')?.closest('.notice')?.remove();
  });

  // ---- Forms marked data-upload: progress is shown, the answer takes the page's place; what fails says so and loses
  // nothing of what was chosen.
  const replaceContent = (text, address) => {
    const answer = new DOMParser().parseFromString(text, 'text/html');
    const content = answer.getElementById('contenu');
    if (!content) return false;
    document.getElementById('contenu').replaceWith(content);
    document.title = answer.title;
    if (address) history.pushState(null, '', address);
    window.htmx?.process(content);
    enliven(content);
    (content.querySelector('[data-focus]') ?? content).focus({ preventScroll: true });
    (content.querySelector('.error-summary, .flashes, .field-error') ?? content).scrollIntoView({ block: 'nearest' });
    return true;
  };
  // What the server would refuse for its weight is told before a byte has left: on a phone that is minutes.
  const heaviest = 25 * 2 ** 20, heaviestOfAll = 60 * 2 ** 20;
  const tooHeavy = (form) => {
    const files = [...form.querySelectorAll('input[type="file"]')].flatMap((input) => [...input.files]);
    const heavy = files.filter((file) => file.size > heaviest).map((file) => `«\u00a0${file.name}\u00a0»`);
    if (heavy.length) return `${heavy.join(', ')} ${heavy.length > 1 ? 'dépassent' : 'dépasse'} 25\u00a0Mo. Choisissez un fichier plus léger\u00a0: rien n’a été envoyé, vos autres fichiers restent choisis.`;
    const whole = files.reduce((sum, file) => sum + file.size, 0);
    return whole > heaviestOfAll ? 'Ensemble, ces fichiers dépassent 60\u00a0Mo. Envoyez-les en plusieurs fois\u00a0: rien n’a été envoyé.' : '';
  };
  const upload = (form) => {
    const meter = form.querySelector('.upload-progress');
    const bar = meter.querySelector('progress');
    const words = meter.querySelector('span');
    const fail = (sentence) => {
      words.textContent = sentence;
      form.dataset.once = '';
      form.removeAttribute('aria-busy');
    };
    meter.hidden = false;
    const weight = tooHeavy(form);
    bar.hidden = weight !== '';
    if (weight) return fail(weight);
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', (event) => {
      if (!event.lengthComputable) return;
      const percent = Math.floor((100 * event.loaded) / event.total);
      bar.value = percent;
      words.textContent = percent < 100 ? `${percent}\u00a0% envoyés` : 'Vérification des fichiers…';
    });
    request.addEventListener('load', () => {
      const moved = new URL(request.responseURL).pathname !== new URL(form.action).pathname;
      if (request.status === 413) fail('Envoi trop lourd : 25\u00a0Mo au plus par fichier. Rien n’a été envoyé.');
      else if (!replaceContent(request.responseText, moved ? request.responseURL : '')) fail('Le serveur n’a pas répondu comme prévu : rechargez la page, puis renvoyez.');
    });
    for (const broken of ['error', 'timeout', 'abort'])
      request.addEventListener(broken, () => fail('Envoi interrompu : vérifiez votre connexion, puis envoyez à nouveau. Vos fichiers restent choisis.'));
    request.open('POST', form.action);
    request.send(new FormData(form));
  };
  document.addEventListener('submit', (event) => {
    if (event.defaultPrevented || !('upload' in event.target.dataset)) return;
    event.preventDefault();
    upload(event.target);
  });
  // Files dropped into a box join those it holds, where it takes several. Beside a box they would replace the page, and
  // all that was chosen with it.
  const withMore = (input, dropped) => {
    if (!input.multiple) return dropped;
    const all = new DataTransfer();
    for (const file of [...input.files, ...dropped]) all.items.add(file);
    return all.files;
  };
  for (const [name, on] of [['dragover', true], ['dragleave', false], ['drop', false]])
    document.addEventListener(name, (event) => {
      const box = event.target.closest?.('.drop-box');
      if (!box) {
        if (event.dataTransfer?.types.includes('Files') && document.querySelector('.drop-box')) event.preventDefault();
        return;
      }
      box.classList.toggle('dropping', on);
      if (name === 'dragleave') return;
      event.preventDefault();
      const input = box.querySelector('input[type="file"]');
      if (name !== 'drop' || !event.dataTransfer.files.length) return;
      input.files = withMore(input, event.dataTransfer.files);
      input.dispatchEvent(new Event('input', { bubbles: true }));  // as if they had been chosen: they are not to be lost
    });

  document.addEventListener('htmx:configRequest', (event) => {
    const token = metaContent('mandat-jeton');
    if (token) event.detail.headers['X-Jeton'] = token;
  });
  document.addEventListener('htmx:afterSwap', (event) => enliven(event.detail.target));

  // The script is deferred: the page is there.
  enliven(document);
  document.querySelector('[data-focus]')?.focus();
})();
