// The recognisers of the npm registry, from the folder they are installed in: name, version and how each reads a text in
// a language: [{text, value, unit}], or null where it has no reader for that language.
const path = require('path');
const reference = new Date(2020, 0, 1);

const cultures = {en: 'en-us', ja: 'ja-jp', zh: 'zh-cn', ko: 'ko-kr', de: 'de-de', fr: 'fr-fr', es: 'es-es', pt: 'pt-br'};
const models = ['recognizeNumber', 'recognizePercentage', 'recognizeNumberRange', 'recognizeCurrency', 'recognizeDimension',
                'recognizeDateTime'];

function recognized(result) {
    const resolution = result.resolution || {};
    const values = (resolution.values || []).map(one => one.timex).filter(Boolean);
    const value = values.length ? [...new Set(values)].join(' or ') : String(resolution.value);
    return {text: result.text, value: value.replace('%', ''), unit: resolution.unit || resolution.isoCurrency || ''};
}

function suite(recognizers, lang, text) {
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

function moment(part) {
    const field = (name, width) => part.isCertain(name) ? String(part.get(name)).padStart(width, '0') : 'X'.repeat(width);
    let text = [field('year', 4), field('month', 2), field('day', 2)].join('-').replace(/(-XX)+$/, '');
    if (part.isCertain('hour')) text += 'T' + field('hour', 2) + ':' + String(part.get('minute')).padStart(2, '0');
    return text;
}

function dates(chrono, lang, text) {
    if (!chrono[lang]) return null;
    return chrono[lang].parse(text, reference).map(result => ({
        text: result.text, unit: '', value: moment(result.start) + (result.end ? '/' + moment(result.end) : '')}));
}

function numbers(compromise, lang, text) {
    if (lang !== 'en') return null;
    return compromise(text).numbers().json().map(found => ({
        text: found.text, value: String(found.number.num), unit: found.number.unit || ''}));
}

const readers = {'@microsoft/recognizers-text-suite': suite, 'chrono-node': dates, 'compromise': numbers};

exports.recognisers = installedIn => {
    const folder = path.join(installedIn, 'node_modules');
    return Object.entries(readers).map(([name, read]) => {
        const library = require(require.resolve(name, {paths: [folder]}));
        const version = require(path.join(folder, name, 'package.json')).version;
        return {name, version, read: (lang, text) => read(library, lang, text)};
    });
};
