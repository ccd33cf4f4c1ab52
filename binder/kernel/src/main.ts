import { main } from 'tslab/dist/main.js';

process.argv.splice(2, 0, 'kernel');
main();
