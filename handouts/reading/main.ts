/// <reference lib="dom" />

/* What helps to read a page, whether its cells run or not. */
import { copyCode } from './copyCode.ts';
import { markSection } from './markSection.ts';
import { stopAtScrollers } from './stopAtScrollers.ts';
import { turnPages } from './turnPages.ts';

markSection();
turnPages();
copyCode();
stopAtScrollers();
