// Parses PowerShell files with the tree-sitter grammar and prints FILE:LINE:COLUMN for what is no PowerShell. It runs
// nothing. Usage:
//
//	node --liftoff-only check.mjs FILE...                     syntax; a .psd1 holds nothing but constants
//	node --liftoff-only check.mjs --like BENIGN FILE...       no command in FILE that BENIGN does not have
//	node --liftoff-only check.mjs --strings LIST.json FILE... every text of the list stands somewhere as one whole literal
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { Language, Parser } from 'web-tree-sitter';

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(createRequire(import.meta.url).resolve('tree-sitter-powershell/tree-sitter-powershell.wasm')));

let errors = 0;
function complain(file, node, what) {
  errors++;
  const { row, column } = node.startPosition;
  console.log(`${file}:${row + 1}:${column + 1}: ${what}: ${JSON.stringify(node.text.slice(0, 60))}`);
}

// What a data file is made of; the chain of expressions stands around every value, whether or not anything is computed.
const constants = new Set(('program comment statement_list pipeline pipeline_chain logical_expression bitwise_expression comparison_expression '
  + 'additive_expression multiplicative_expression format_expression range_expression array_literal_expression unary_expression '
  + 'hash_literal_expression hash_literal_body hash_entry key_expression simple_name array_expression integer_literal '
  + 'decimal_integer_literal string_literal verbatim_string_characters variable').split(' '));

function visit(file, node) {
  if (node.isError || node.isMissing) {
    complain(file, node, node.isMissing ? `missing ${node.type}` : 'no PowerShell');
    return;
  }
  if (file.endsWith('.psd1') && node.isNamed
    && (!constants.has(node.type) || (node.type === 'variable' && node.text !== '$true' && node.text !== '$false')
      || (node.type.endsWith('_expression') && !node.type.startsWith('hash') && !node.type.startsWith('array_exp') && node.namedChildCount > 1
        && node.type !== 'array_literal_expression'))) {
    complain(file, node, `no constant (${node.type})`);
  }
  for (const child of node.children) visit(file, child);
}

const parse = (file) => parser.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')).rootNode;

function collect(node, type, into) {
  if (node.type === type) into.add(node.text);
  for (const child of node.children) collect(child, type, into);
  return into;
}

const args = process.argv.slice(2);
const mode = args[0]?.startsWith('--') ? args.shift() : '';
const against = mode === '' ? '' : args.shift();
const literals = new Set();
const known = mode === '--like' ? collect(parse(against), 'command_name', new Set()) : new Set();
for (const file of args) {
  const root = parse(file);
  visit(file, root);
  if (mode === '--like') {
    for (const name of collect(root, 'command_name', new Set())) {
      if (!known.has(name)) complain(file, root, `a command that ${against} does not have, ${name}`);
    }
  }
  if (mode === '--strings') {
    for (const text of collect(root, 'verbatim_string_characters', new Set())) literals.add(text.slice(1, -1).replaceAll("''", "'"));
  }
}
if (mode === '--strings') {
  for (const text of JSON.parse(readFileSync(against, 'utf8'))) {
    if (!literals.has(text)) {
      errors++;
      console.log(`${against}: no literal is the text ${JSON.stringify(text)}`);
    }
  }
}
process.exit(errors > 0 ? 1 : 0);
