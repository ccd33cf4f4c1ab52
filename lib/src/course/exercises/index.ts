import type { Exercise, Exercises } from '../exercise';
import { exercises00 } from './00';
import { exercises01 } from './01';
import { exercises02 } from './02';
import { exercises03 } from './03';
import { exercises04 } from './04';
import { exercises05 } from './05';
import { exercises06 } from './06';
import { exercises07 } from './07';
import { exercises08 } from './08';
import { exercises09 } from './09';
import { exercises10 } from './10';
import { exercises11 } from './11';
import { exercises12 } from './12';
import { exercises13 } from './13';
import { exercises14 } from './14';
import { exercises15 } from './15';
import { exercises16 } from './16';

const byNotebook: Readonly<Record<string, Exercises>> = {
  '00': exercises00,
  '01': exercises01,
  '02': exercises02,
  '03': exercises03,
  '04': exercises04,
  '05': exercises05,
  '06': exercises06,
  '07': exercises07,
  '08': exercises08,
  '09': exercises09,
  '10': exercises10,
  '11': exercises11,
  '12': exercises12,
  '13': exercises13,
  '14': exercises14,
  '15': exercises15,
  '16': exercises16,
};

/** Every exercise of the course by its id: `01/units-kept`. */
export const exercises: Readonly<Record<string, Exercise>> = Object.fromEntries(
  Object.entries(byNotebook).flatMap(([notebook, found]) =>
    Object.entries(found).map(([cell, exercise]) => [`${notebook}/${cell}`, exercise]),
  ),
);
