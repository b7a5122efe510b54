// The fields of a camera: how each is asked for, and the way between them and what the API takes.

const whole = (min, max) => ({ type: 'number', min, max, step: 1, inputmode: 'numeric', placeholder: 'as configured' });
const share = (min, max) => ({ type: 'number', min, max, step: 0.01, inputmode: 'decimal', placeholder: 'as configured' });

/** A name with a dot is of a part of the camera. */
export const FIELDS = [
  { group: 'main', name: 'source', label: 'Address', input: { maxlength: 2000, placeholder: 'rtsp://user:password@10.0.0.7/stream1' },
    hint: 'rtsp://, http:// or another address of a video; “demo” for a drawn venue.' },
  { group: 'main', name: 'name', label: 'Name', input: { maxlength: 200, placeholder: 'Front door' }, hint: 'What you call it.' },
  { group: 'main', name: 'id', label: 'Short name', input: { maxlength: 63, placeholder: 'front-door' },
    hint: 'For addresses and files: a–z, 0–9 and -. It cannot be changed later.' },
  { group: 'main', name: 'site', label: 'Site', input: { maxlength: 63, placeholder: 'default', list: 'sites' },
    hint: 'The store or venue that it belongs to: a–z, 0–9 and -.' },
  { group: 'main', name: 'targetFps', label: 'Pictures a second', input: { type: 'number', min: 0.1, max: 60, step: 0.1, inputmode: 'decimal' },
    hint: 'Of a live camera; 5 is enough for shoppers.' },
  { group: 'main', name: 'enabled', label: 'Switched on', input: { type: 'checkbox' } },
  { group: 'detection', name: 'detection.detector', label: 'Detector',
    options: [['', 'as configured'], ['haar', 'Haar: comes with Moodline'], ['yunet', 'YuNet: finds more faces']],
    hint: 'One that is not installed is replaced by the service’s own.' },
  { group: 'detection', name: 'detection.minFace', label: 'Smallest face, pixels', input: whole(8, 4096), hint: 'Smaller ones are left out.' },
  { group: 'detection', name: 'detection.minScore', label: 'Least certainty of a face, 0.05 to 0.99', input: share(0.05, 0.99),
    hint: 'Higher: fewer things are taken for faces, and more faces are missed.' },
  { group: 'detection', name: 'detection.searchEvery', label: 'Look for faces in every n-th picture', input: whole(1, 100),
    hint: 'More saves computing; in between faces are followed.' },
  { group: 'analytics', name: 'analytics.smoothingTauMs', label: 'Smoothing, milliseconds', input: whole(1, 600_000),
    hint: 'Longer: calmer figures that follow later.' },
  { group: 'analytics', name: 'analytics.smoothingMargin', label: 'Lead that a new emotion needs, 0 to 1', input: share(0, 1),
    hint: 'Higher: the shown emotion changes less often.' },
  { group: 'analytics', name: 'analytics.smoothingDwellMs', label: 'Time that it must lead, milliseconds', input: whole(0, 600_000),
    hint: 'So that one odd picture changes nothing.' },
  { group: 'analytics', name: 'analytics.uncertainBelow', label: 'Uncertain below, 0 to 1', input: share(0, 1),
    hint: 'Faces less clear than this are counted as uncertain.' },
  { group: 'privacy', name: 'analytics.keepPhotos', label: 'Keep a photo of group smiles', input: { type: 'checkbox' },
    hint: 'Off: no photo of a smile is kept; a picture that could not be read or judged is held for 14 days for the engineer. On: when a '
      + 'group smiles, that one picture of all who are in view is kept for 7 days with the moment (or as long as the service is told), for '
      + 'everybody who can open this page. Ask the people in it first.' },
];

const NEW = { targetFps: 5, enabled: true };

/** What the form shows of a camera; of a new one when it is null. */
export function valuesOf(camera) {
  if (!camera) return { ...NEW };
  const values = {};
  for (const { name } of FIELDS) values[name] = name.split('.').reduce((part, key) => part?.[key], camera);
  return values;
}

/** What to send. What the form does not ask for stays as it is; a part that says nothing is left out. */
export function cameraOf(inputs, before) {
  const camera = {};
  if (before) Object.assign(camera, { realtime: before.realtime, start: before.start });
  const parts = { detection: { ...before?.detection }, analytics: { ...before?.analytics } };
  for (const [name, input] of inputs) {
    const value = valueOf(name, input);
    const [part, key] = name.split('.');
    if (key) parts[part][key] = value;
    else if (value !== null) camera[name] = value;
  }
  for (const [part, values] of Object.entries(parts)) {
    if (Object.values(values).some(says)) camera[part] = values;
  }
  return camera;
}

/** Zones are lists: an empty one says nothing. */
const says = value => value !== null && value !== undefined && value !== false && value.length !== 0;

function valueOf(name, input) {
  if (input.type === 'checkbox') return input.checked;
  if (input.type !== 'number') return input.value.trim() || null;
  if (input.validity.badInput || Number.isNaN(input.valueAsNumber)) {
    if (!input.validity.badInput) return null;
    throw Object.assign(new Error('This must be a number.'), { parameter: name });
  }
  return input.valueAsNumber;
}
