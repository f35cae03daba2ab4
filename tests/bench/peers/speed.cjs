// speed.cjs FOLDER FILE: how fast each recogniser that is installed in FOLDER reads the English lines of FILE, one at a
// time, warm. One that is slow reads the first of them only. Prints name, version, bytes read, processor seconds and how
// many it found, with tabs.
const {recognisers} = require('./recognisers.cjs');
const warmSeconds = 1;
const mostSeconds = 4;

function processorSeconds() {
    const {user, system} = process.cpuUsage();
    return (user + system) / 1e6;
}

function readFor(most, read, lines) {
    const begin = processorSeconds();
    const done = {bytes: 0, seconds: 0, found: 0};
    for (const line of lines) {
        done.found += read('en', line).length;
        done.bytes += Buffer.byteLength(line);
        done.seconds = processorSeconds() - begin;
        if (done.seconds > most) break;
    }
    return done;
}

const lines = require('fs').readFileSync(process.argv[3], 'utf8').split(/(?<=\n)/);
for (const {name, version, read} of recognisers(process.argv[2])) {
    readFor(warmSeconds, read, lines);
    const {bytes, seconds, found} = readFor(mostSeconds, read, lines);
    console.log([name, version, bytes, seconds.toFixed(6), found].join('\t'));
}
