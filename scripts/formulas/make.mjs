// SPDX-License-Identifier: GPL-3.0-or-later
// Draws every formula of the notes and labs into resources/formulas. README.md says how to run it.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { collect, filesBelow } from './collect.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const folder = join(root, 'resources', 'formulas');

function stop(sentences) {
  for (const sentence of sentences) console.error(sentence);
  process.exit(1);
}

const wishes = process.argv.slice(2);
const checking = wishes.includes('--check');
if (wishes.some((wish) => wish !== '--check')) stop(['usage: node make.mjs [--check]']);
if (!existsSync(join(here, 'node_modules', 'mathjax-full')))
  stop(['MathJax is not installed: run "npm ci" in scripts/formulas first']);
const { render } = await import('./render.mjs');

const { formulas, problems } = collect(root);
const pictures = new Map();
for (const [name, { kind, tex, place }] of formulas) {
  try {
    pictures.set(name, render(kind, tex));
  } catch (error) {
    problems.push(`${place}: ${error.message}, in the formula ${tex}`);
  }
}
if (problems.length) stop(problems);

const present = filesBelow(folder, ['.svg']);
const unused = present.filter((file) => !pictures.has(basename(file, '.svg')));
const fileOf = (name) => join(folder, `${name}.svg`);
const isCurrent = (name, picture) => existsSync(fileOf(name)) && readFileSync(fileOf(name), 'utf8') === picture;
const stale = [...pictures].filter(([name, picture]) => !isCurrent(name, picture));

if (checking) {
  const sentences = [
    ...stale.map(([name]) => `${formulas.get(name).place}: ${name}.svg is missing or out of date: run make.mjs`),
    ...unused.map((file) => `resources/formulas/${basename(file)}: nobody uses this picture: run make.mjs`),
  ];
  if (sentences.length) stop(sentences);
  console.log(`${pictures.size} formulas, every picture is there and up to date`);
} else {
  mkdirSync(folder, { recursive: true });
  for (const [name, picture] of stale) writeFileSync(fileOf(name), picture);
  for (const file of unused) rmSync(file);
  console.log(`${pictures.size} formulas, ${stale.length} pictures written, ${unused.length} removed`);
}
