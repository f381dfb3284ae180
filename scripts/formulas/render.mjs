// SPDX-License-Identifier: GPL-3.0-or-later
// Draws one formula with MathJax and turns the result into an SVG that QtSvg 6.4 draws rightly.

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { mathjax } = require('mathjax-full/js/mathjax.js');
const { TeX } = require('mathjax-full/js/input/tex.js');
const { SVG } = require('mathjax-full/js/output/svg.js');
const { liteAdaptor } = require('mathjax-full/js/adaptors/liteAdaptor.js');
const { RegisterHTMLHandler } = require('mathjax-full/js/handlers/html.js');
for (const name of ['base', 'ams', 'boldsymbol', 'braket', 'cancel', 'color', 'mathtools'])
  require(`mathjax-full/js/input/tex/${name}/${name[0].toUpperCase()}${name.slice(1)}Configuration.js`);

// Without noerrors and noundefined a mistake is an error and not a red word; without newcommand no formula
// changes the next one.
const packages = ['base', 'ams', 'boldsymbol', 'braket', 'cancel', 'color', 'mathtools'];
const fail = (sentence) => {
  throw new Error(sentence);
};

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
const jax = mathjax.document('', {
  InputJax: new TeX({ packages, formatError: (_, error) => fail(error.message) }),
  OutputJax: new SVG({ fontCache: 'none' }),
});

const kind = (node) => adaptor.kind(node);
const get = (node, name) => adaptor.getAttribute(node, name);
const has = (node, name) => adaptor.hasAttribute(node, name);
const elements = (node) => adaptor.childNodes(node).filter((child) => !kind(child).startsWith('#'));
const numbers = (text) => text.trim().split(/[\s,]+/).map(Number);
/** Six digits after the point are finer than any screen; fixed so that the pictures are the same everywhere. */
const short = (value) => String(Number(value.toFixed(6)));
const size = (node, name) => Number(get(node, name) ?? 0);

/** Bounding box [left, bottom, right, top] of a glyph's path: absolute M, L, H, V, Q, T and Z only. */
function boxOfPath(path) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  let [x, y] = [0, 0];
  const reach = (px, py) => {
    [box[0], box[2]] = [Math.min(box[0], px), Math.max(box[2], px)];
    [box[1], box[3]] = [Math.min(box[1], py), Math.max(box[3], py)];
  };
  for (const [, command, rest] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const values = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    if (command === 'H') values.forEach((value) => reach((x = value), y));
    else if (command === 'V') values.forEach((value) => reach(x, (y = value)));
    else if ('MLQT'.includes(command))
      for (let i = 0; i + 1 < values.length; i += 2) reach((x = values[i]), (y = values[i + 1]));
    else if (command !== 'Z') fail(`a glyph's path uses the command ${command}, which this script does not know`);
  }
  return box;
}

/**
 * MathJax stretches a glyph by a nested <svg> whose viewBox cuts it off; QtSvg loses what follows. The path with a
 * matrix that puts the visible part of the glyph where the nested picture was; null when nothing is visible.
 */
function stretchedPath(nested) {
  const children = elements(nested);
  if (children.length !== 1 || kind(children[0]) !== 'path') fail('a nested picture holds more than one path');
  const data = get(children[0], 'd');
  const scale = numbers((get(children[0], 'transform') ?? 'scale(1)').match(/^scale\(([^)]*)\)$/)?.[1] ?? fail(
    'a stretched glyph has a transform other than scale()'));
  const [sx, sy] = [scale[0], scale[1] ?? scale[0]];
  const [vx, vy, vw, vh] = numbers(get(nested, 'viewBox'));
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => size(nested, name));

  const path = boxOfPath(data);
  const glyph = [path[0] * sx, path[1] * sy, path[2] * sx, path[3] * sy];
  const seen = [
    Math.max(glyph[0], vx), Math.max(glyph[1], vy),
    Math.min(glyph[2], vx + vw), Math.min(glyph[3], vy + vh),
  ];
  if (seen[2] <= seen[0] || seen[3] <= seen[1]) return null;
  const [kx, ky] = [width / vw, height / vh];
  const a = ((kx * (seen[2] - seen[0])) / (glyph[2] - glyph[0])) * sx;
  const d = ((ky * (seen[3] - seen[1])) / (glyph[3] - glyph[1])) * sy;
  const e = x + kx * (seen[0] - vx) - a * path[0];
  const f = y + ky * (seen[1] - vy) - d * path[1];
  return adaptor.node('path', { d: data, transform: `matrix(${[a, 0, 0, d, e, f].map(short).join(' ')})` });
}

/** Cleans a node and all below it. */
function clean(node) {
  // The widths of table rules and frames come from a style sheet in a browser; here they stand on the element.
  if (has(node, 'data-line') || has(node, 'data-frame')) {
    const dashes = { 'mjx-dashed': '140', 'mjx-dotted': '0 140' }[get(node, 'class')];
    adaptor.setAttribute(node, 'stroke', 'currentColor');
    adaptor.setAttribute(node, 'stroke-width', '60');
    adaptor.setAttribute(node, 'fill', 'none');
    if (dashes) adaptor.setAttribute(node, 'stroke-dasharray', dashes);
    if (dashes?.startsWith('0')) adaptor.setAttribute(node, 'stroke-linecap', 'round');
  }
  for (const { name } of adaptor.allAttributes(node))
    if (/^(data-|aria-)/.test(name) || ['style', 'class', 'role', 'focusable'].includes(name))
      adaptor.removeAttribute(node, name);
  // A stroke of width 0 is no stroke in SVG but a hairline in a Qt pen: the root strokes nothing, so that boxes and
  // struck-out terms, which bring a width, need their stroke named.
  if (get(node, 'stroke-width') === '0') {
    adaptor.setAttribute(node, 'stroke', 'none');
    adaptor.removeAttribute(node, 'stroke-width');
  } else if (has(node, 'stroke-width') && !has(node, 'stroke')) {
    adaptor.setAttribute(node, 'stroke', 'currentColor');
  }
  for (const child of elements(node)) {
    if (kind(child) === 'svg') {
      const path = stretchedPath(child);
      if (path) adaptor.replace(path, child);
      else adaptor.remove(child);
    } else {
      clean(child);
    }
  }
}

/** The number of ex in "1.5ex"; nothing and "0" are 0. */
function ex(text = '0') {
  const number = text.match(/^(-?[\d.]+)ex$/)?.[1] ?? (Number(text) === 0 ? '0' : fail(`"${text}" is not in ex`));
  return Number(number);
}

/** The SVG of one formula; throws an Error with a sentence for TeX that is wrong or cannot be drawn. */
export function render(formulaKind, tex) {
  const forbidden = tex.match(/\\(tag|label|ref|eqref|notag|href|require)(?![a-zA-Z])/);
  if (forbidden) fail(`${forbidden[0]} is not allowed`);
  if (/\\(?:text[a-z]*|mbox|operatorname\*?|mathrm)\s*\{[^}]*[^\x00-\x7f]/.test(tex))
    fail('\\text may hold ASCII only');

  const output = jax.convert(tex, { display: formulaKind === 'display', em: 16, ex: 8, containerWidth: 1280 });
  if (adaptor.outerHTML(output).includes('data-mml-node="merror"')) fail('MathJax reports an error');
  const svg = adaptor.firstChild(output);
  const sizes = {
    'data-width-ex': ex(get(svg, 'width')),
    'data-height-ex': ex(get(svg, 'height')),
    'data-valign-ex': ex(get(svg, 'style')?.match(/vertical-align:\s*([^;]*)/)?.[1]?.trim()),
  };
  clean(svg);
  adaptor.removeAttribute(svg, 'width');
  adaptor.removeAttribute(svg, 'height');
  for (const [name, value] of Object.entries(sizes)) adaptor.setAttribute(svg, name, short(value));

  const picture = `${adaptor.serializeXML(svg)}\n`;
  const problem = problemOf(picture);
  if (problem) fail(problem);
  return picture;
}

/** What makes a picture unfit for QtSvg or for the program, as a sentence; null when it is fit. */
export function problemOf(picture) {
  if ((picture.match(/<svg[\s>]/g) ?? []).length !== 1) return 'a nested svg is left';
  if (/<(text|use|foreignObject|image|a|script|style)[\s>]/.test(picture))
    return 'a character is not in the fonts of MathJax, or an element is left that QtSvg does not draw';
  if (!/^<svg [^>]*viewBox="/.test(picture)) return 'the picture has no viewBox';
  for (const name of ['data-width-ex', 'data-height-ex', 'data-valign-ex'])
    if (!new RegExp(`^<svg [^>]*${name}="-?[0-9.]+"`).test(picture)) return `the picture has no ${name}`;
  return null;
}
