// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the formulas of notes and labs and names their pictures.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Outer white space goes, inner runs become one blank: line breaks in a note do not change a picture's name. */
export const foldWhiteSpace = (tex) => tex.trim().replace(/\s+/g, ' ');

/** File name (without ending) of a formula's picture: 16 hex digits of SHA-256 over "KIND:TEX" in UTF-8. */
export const pictureName = (kind, tex) =>
  createHash('sha256').update(`${kind}:${foldWhiteSpace(tex)}`, 'utf8').digest('hex').slice(0, 16);

/** All files below `folder` whose name ends in one of `endings`, sorted. */
export function filesBelow(folder, endings) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** Replaces every character but line breaks by blanks, so that places in the text keep their line. */
const blank = (text) => text.replace(/[^\n]/g, ' ');

/** Blanks out the front matter and fenced code; code spans are left to the scanner. */
function withoutBlocks(text) {
  text = text.replace(/^---\n[\s\S]*?\n---(?=\n|$)/, blank);
  let fence = null;
  return text
    .split('\n')
    .map((line) => {
      const mark = line.match(/^\s*(`{3,}|~{3,})(.*)$/);
      if (fence) {
        if (mark && mark[1][0] === fence[0] && mark[1].length >= fence.length && !mark[2].trim()) fence = null;
        return '';
      }
      if (mark && !(mark[1][0] === '`' && mark[2].includes('`'))) {
        fence = mark[1];
        return '';
      }
      return line;
    })
    .join('\n');
}

/**
 * Paragraphs with the line they begin on. Headings, list items, quotes and table rows begin one of their own, but not
 * inside an open display formula, whose lines may well begin with + or -.
 */
function paragraphs(text) {
  const found = [];
  let current = null;
  text.split('\n').forEach((line, index) => {
    const starts = /^\s*(#{1,6}\s|[-*+]\s|\d+[.)]\s|>|\|)/.test(line);
    const open = current && /^\s*\$\$/.test(current.text) && !/\$\$[\s\S]*\$\$\s*$/.test(current.text);
    if (!line.trim()) current = null;
    else if ((starts && !open) || !current) found.push((current = { line: index + 1, text: line }));
    else current.text += `\n${line}`;
  });
  return found;
}

/** Reads one paragraph; calls `formula(kind, tex, offset)` or `complain(offset, sentence)`. */
function scanParagraph(text, formula, complain) {
  const whole = text.match(/^\s*\$\$([\s\S]*)\$\$\s*$/);
  if (whole && !/(^|[^\\])\$/.test(whole[1])) return formula('display', whole[1], 0);

  let i = 0;
  while (i < text.length) {
    if (text[i] === '\\') {
      i += 2;
    } else if (text[i] === '`') {
      const run = text.slice(i).match(/^`+/)[0];
      const close = text.slice(i + run.length).match(new RegExp(`(?<!\`)${run}(?!\`)`));
      i += run.length + (close ? close.index + run.length : 0);
    } else if (text.startsWith('$$', i)) {
      return complain(i, 'a display formula needs a paragraph of its own, $$ at both ends');
    } else if (text[i] === '$') {
      const body = text.slice(i + 1).match(/^(?:\\[\s\S]|[^\\$])*/)[0];
      if (text[i + 1 + body.length] !== '$')
        return complain(i, 'this $ has no partner in its paragraph (a dollar sign is \\$)');
      formula('inline', body, i);
      i += body.length + 2;
    } else {
      ++i;
    }
  }
  return undefined;
}

const lineAt = (text, offset) => text.slice(0, offset).split('\n').length;

/** Formulas of a note: [{kind, tex, line}], and problems: [{line, sentence}]. */
export function formulasOfNote(source) {
  const formulas = [];
  const problems = [];
  for (const paragraph of paragraphs(withoutBlocks(source.replace(/\r\n?/g, '\n')))) {
    const line = (offset) => paragraph.line + lineAt(paragraph.text, offset) - 1;
    scanParagraph(
      paragraph.text,
      (kind, tex, offset) => formulas.push({ kind, tex: foldWhiteSpace(tex), line: line(offset) }),
      (offset, sentence) => problems.push({ line: line(offset), sentence }),
    );
  }
  return { formulas, problems };
}

/** Formulas of a lab: every R"tex(...)tex" of its C++ source, drawn as display. */
export function formulasOfLab(source) {
  const formulas = [...source.matchAll(/R"tex\(([\s\S]*?)\)tex"/g)].map((match) => ({
    kind: 'display',
    tex: foldWhiteSpace(match[1]),
    line: lineAt(source, match.index),
  }));
  return { formulas, problems: [] };
}

/** Every formula of the project: a map from picture name to {kind, tex, place}, and the problems as sentences. */
export function collect(root) {
  const formulas = new Map();
  const problems = [];
  const read = (files, parse) => {
    for (const file of files) {
      const found = parse(readFileSync(file, 'utf8'));
      const place = (line) => `${relative(root, file)}:${line}`;
      for (const { kind, tex, line } of found.formulas) {
        const name = pictureName(kind, tex);
        if (!tex) problems.push(`${place(line)}: this formula is empty`);
        else if (!formulas.has(name)) formulas.set(name, { kind, tex, place: place(line) });
      }
      for (const { line, sentence } of found.problems) problems.push(`${place(line)}: ${sentence}`);
    }
  };
  read(filesBelow(join(root, 'notes'), ['.md']), formulasOfNote);
  read(filesBelow(join(root, 'app', 'topics'), ['.cpp', '.h']), formulasOfLab);
  return { formulas, problems };
}
