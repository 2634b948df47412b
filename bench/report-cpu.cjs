// Preloaded into a measured process: says at its end how much user CPU it took, in microseconds.
const { writeSync } = require('node:fs');

process.on('exit', () => writeSync(3, String(process.cpuUsage().user)));
