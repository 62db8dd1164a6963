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

style('app');
style('phone');
sprite();
copyFileSync(join(assets, 'js/app.js'), join(out, 'app.js'));
copyFileSync(join(assets, 'js/proof.js'), join(out, 'proof.js'));
copyFileSync(join(assets, 'img/favicon.svg'), join(out, 'favicon.svg'));
copyFileSync(join(packages, 'htmx.org/dist/htmx.min.js'), join(out, 'htmx.js'));
copyFileSync(join(packages, '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'), join(out, 'inter.woff2'));
