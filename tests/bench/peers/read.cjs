// Reads the sentences of standard input (JSON: [{lang, text}]) with the recognisers of the npm registry, which are
// installed in the folder given, and writes what each read (JSON). One that has no reader for a language gives null.
const path = require('path');
const folder = path.join(process.argv[2], 'node_modules');
const load = name => require(require.resolve(name, {paths: [folder]}));
const version = name => require(path.join(folder, name, 'package.json')).version;
const reference = new Date(2020, 0, 1);

const cultures = {en: 'en-us', ja: 'ja-jp', zh: 'zh-cn', ko: 'ko-kr', de: 'de-de', fr: 'fr-fr', es: 'es-es', pt: 'pt-br'};
const recognizers = load('@microsoft/recognizers-text-suite');
const models = ['recognizeNumber', 'recognizePercentage', 'recognizeNumberRange', 'recognizeCurrency', 'recognizeDimension',
                'recognizeDateTime'];

function recognized(result) {
    const resolution = result.resolution || {};
    const values = (resolution.values || []).map(one => one.timex).filter(Boolean);
    const value = values.length ? [...new Set(values)].join(' or ') : String(resolution.value);
    return {text: result.text, value: value.replace('%', ''), unit: resolution.unit || resolution.isoCurrency || ''};
}

function suite({lang, text}) {
    const readings = [];
    let known = false;
    for (const model of models) {
        try {
            const results = recognizers[model](text, cultures[lang], 0, reference, false);
            known = true;
            readings.push(...results.map(recognized));
        } catch (error) { /* the model has no such language */ }
    }
    return known && cultures[lang] ? readings : null;
}

const chrono = load('chrono-node');

function moment(part) {
    const field = (name, width) => part.isCertain(name) ? String(part.get(name)).padStart(width, '0') : 'X'.repeat(width);
    let text = [field('year', 4), field('month', 2), field('day', 2)].join('-').replace(/(-XX)+$/, '');
    if (part.isCertain('hour')) text += 'T' + field('hour', 2) + ':' + String(part.get('minute')).padStart(2, '0');
    return text;
}

function dates({lang, text}) {
    if (!chrono[lang]) return null;
    return chrono[lang].parse(text, reference).map(result => ({
        text: result.text, unit: '', value: moment(result.start) + (result.end ? '/' + moment(result.end) : '')}));
}

const compromise = load('compromise');

function numbers({lang, text}) {
    if (lang !== 'en') return null;
    return compromise(text).numbers().json().map(found => ({
        text: found.text, value: String(found.number.num), unit: found.number.unit || ''}));
}

const tools = {'@microsoft/recognizers-text-suite': suite, 'chrono-node': dates, 'compromise': numbers};
const sentences = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const report = {};
for (const [name, read] of Object.entries(tools)) report[name] = {version: version(name), readings: sentences.map(read)};
console.log(JSON.stringify(report));
