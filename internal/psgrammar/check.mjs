// Parses PowerShell files with the tree-sitter grammar and prints FILE:LINE:COLUMN for what is no PowerShell. It runs
// nothing. Usage: node --liftoff-only check.mjs FILE...
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { Language, Parser } from 'web-tree-sitter';

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(createRequire(import.meta.url).resolve('tree-sitter-powershell/tree-sitter-powershell.wasm')));

let errors = 0;
function visit(file, node) {
  if (node.isError || node.isMissing) {
    errors++;
    const { row, column } = node.startPosition;
    console.log(`${file}:${row + 1}:${column + 1}: ${node.isMissing ? `missing ${node.type}` : 'no PowerShell'}: ${JSON.stringify(node.text.slice(0, 60))}`);
    return;
  }
  for (const child of node.children) visit(file, child);
}

for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  visit(file, parser.parse(text).rootNode);
}
process.exit(errors > 0 ? 1 : 0);
