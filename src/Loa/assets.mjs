// Gathers what the browser needs into wwwroot: fonts, htmx and the text editor from node_modules, and one style sheet from Platform/Ui/Styles.
// Run by Assets.targets, which decides when; nothing written here is committed.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const weights = [400, 500, 600];
const subsets = ['latin', 'vietnamese'];
const lib = join('wwwroot', 'lib');

rmSync(lib, { recursive: true, force: true });
mkdirSync(join(lib, 'fonts'), { recursive: true });
mkdirSync(join('wwwroot', 'css'), { recursive: true });

copyFileSync('node_modules/htmx.org/dist/htmx.min.js', join(lib, 'htmx.min.js'));

// What js/editor.js uses of ProseMirror, as one module that only pages with an editor fetch.
buildSync({
  stdin: {
    contents: [
      ['EditorState'], ['EditorView'], ['Schema', 'Node'], ['keymap'], ['history', 'undo', 'redo', 'undoDepth'], ['toggleMark', 'baseKeymap', 'chainCommands'],
      ['wrapInList', 'splitListItem', 'liftListItem', 'sinkListItem'], ['inputRules', 'wrappingInputRule'],
    ].map((names, index) => `export { ${names.join(', ')} } from 'prosemirror-${['state', 'view', 'model', 'keymap', 'history', 'commands', 'schema-list', 'inputrules'][index]}';`).join('\n'),
    resolveDir: process.cwd(),
  },
  bundle: true,
  format: 'esm',
  minify: true,
  legalComments: 'none',
  outfile: join(lib, 'prosemirror.js'),
});

const faces = weights.flatMap(weight => subsets.map(subset => fontFace(weight, subset)));
const sheets = readdirSync('Platform/Ui/Styles').filter(name => name.endsWith('.css')).sort();
const rules = sheets.map(name => readFileSync(join('Platform/Ui/Styles', name), 'utf8'));
writeFileSync(join('wwwroot', 'css', 'loa.css'), squeeze([...faces, ...rules].join('\n')));

function fontFace(weight, subset) {
  const source = `node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff2`;
  const name = `be-vietnam-pro-${weight}-${subset}`;
  copyFileSync(source, join(lib, 'fonts', `${name}.woff2`));
  const declared = readFileSync(`node_modules/@fontsource/be-vietnam-pro/${weight}.css`, 'utf8');
  const range = declared.split('@font-face').find(face => face.includes(`be-vietnam-pro-${subset}-${weight}-normal.woff2`)).match(/unicode-range: ([^;]+);/)[1];
  return `@font-face { font-family: "Be Vietnam Pro"; font-style: normal; font-weight: ${weight}; font-display: swap;`
    + ` src: url("../lib/fonts/${name}.${fingerprint(source)}.woff2") format("woff2"); unicode-range: ${range}; }`;
}

// The address that MapStaticAssets gives a file carries ten base-36 digits of its SHA-256 (nine bytes, little-endian, signed, least
// digit first); only that address may be cached for ever, so the style sheet has to use it. A test holds the two together.
function fingerprint(path) {
  const bytes = createHash('sha256').update(readFileSync(path)).digest().subarray(0, 9);
  const value = BigInt.asIntN(72, bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n));
  let rest = value < 0n ? -value : value;
  let text = '';
  for (let digit = 0; digit < 10; digit++) {
    text += (rest % 36n).toString(36);
    rest /= 36n;
  }
  return text;
}

function squeeze(css) {
  return css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s*\n\s*/g, '\n').replace(/\s*([{};,>])\s*/g, '$1').replace(/;}/g, '}').trim() + '\n';
}
