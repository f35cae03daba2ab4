// read.cjs FOLDER: reads the sentences of standard input (JSON: [{lang, text}]) with each recogniser that is installed in
// FOLDER, and writes what each read (JSON).
const {recognisers} = require('./recognisers.cjs');

const sentences = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const report = {};
for (const {name, version, read} of recognisers(process.argv[2]))
    report[name] = {version, readings: sentences.map(({lang, text}) => read(lang, text))};
console.log(JSON.stringify(report));
