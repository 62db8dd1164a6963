// node assets/build.mjs OUT: writes the files named in outputs.cmake to the folder OUT.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as sass from 'sass';

const assets = dirname(fileURLToPath(import.meta.url));
const packages = join(assets, '..', 'node_modules');
const out = process.argv[2];
if (!out) throw new Error('usage: node assets/build.mjs OUT');
mkdirSync(out, { recursive: true });

const style = (name) => {
  const { css } = sass.compile(join(assets, 'css', `${name}.scss`), {
    style: 'compressed',
    loadPaths: [packages],
    // Bootstrap 5.3 is written for Sass before modules; its own deprecations are not ours to mend.
    quietDeps: true,
    silenceDeprecations: ['import'],
  });
  writeFileSync(join(out, `${name}.css`), css);
};

// One line of icons.txt: our name, then Tabler's name when it differs.
const sprite = () => {
  const symbols = readFileSync(join(assets, 'icons.txt'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [name, origin = name] = line.split(/\s+/);
      const svg = readFileSync(join(packages, '@tabler/icons/icons/outline', `${origin}.svg`), 'utf8');
      const paths = svg
        .replace(/<!--[\s\S]*?-->/g, '')
        .replace(/^[\s\S]*?<svg[^>]*>/, '')
        .replace(/<\/svg>[\s\S]*$/, '')
        .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*\/>/, '')
        .replace(/\s*\n\s*/g, '');
      return `<symbol id="${name}" viewBox="0 0 24 24">${paths}</symbol>`;
    });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`;
  writeFileSync(join(out, 'icons.svg'), svg);
};

// Whose work stands in the binary, under which licence: the texts as their packages give them, each record ended by a form
// feed. Header-only libraries of Debian are compiled in; their copyright files say the same of them.
const licences = () => {
  const record = (part, name, version, licence, text) => `${[part, name, version, licence].join('\t')}\n${text.trim()}\n\f`;
  const ofNpm = (part, name) => {
    const { version, license } = JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8'));
    return record(part, name, version, license, readFileSync(join(packages, name, 'LICENSE'), 'utf8'));
  };
  const ofDebian = (part, name, licence) =>
    record(part, name, '', licence, readFileSync(join('/usr/share/doc', name, 'copyright'), 'utf8'));
  const { version, license } = JSON.parse(readFileSync(join(assets, '..', 'package.json'), 'utf8'));
  writeFileSync(join(out, 'licences.txt'), [
    record('Ce programme', 'Mandat', version ?? '', license, readFileSync(join(assets, '..', 'LICENSE'), 'utf8')),
    ofNpm('Mise en page', 'bootstrap'),
    ofNpm('Icônes', '@tabler/icons'),
    ofNpm('Police de caractères', '@fontsource-variable/inter'),
    ofNpm('Échanges sans rechargement', 'htmx.org'),
    ofDebian('Lecture de JSON', 'nlohmann-json3-dev', 'MIT'),
    ofDebian('Dates', 'libhowardhinnant-date-dev', 'MIT'),
  ].join(''));
};

style('app');
style('phone');
sprite();
licences();
// What every page gains is one file, so that it is asked for once.
writeFileSync(join(out, 'app.js'), ['app', 'live'].map((name) => readFileSync(join(assets, `js/${name}.js`), 'utf8')).join('\n'));
copyFileSync(join(assets, 'js/proof.js'), join(out, 'proof.js'));
copyFileSync(join(assets, 'js/photos.js'), join(out, 'photos.js'));
copyFileSync(join(assets, 'img/favicon.svg'), join(out, 'favicon.svg'));
copyFileSync(join(packages, 'htmx.org/dist/htmx.min.js'), join(out, 'htmx.js'));
copyFileSync(join(packages, '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'), join(out, 'inter.woff2'));
