/** A file that goes on as another one, read across houses: its number and its house, and nothing of what it holds. */

/** The file that is linked with `cases c`, as JSON; `registrationNumber` is null until it is opened. */
export const LINKED = `
  (SELECT json_build_object('process', o.process, 'registrationNumber', o.registration_number, 'institution', i.id,
       'institutionName', json_build_object('ro', i.name_ro, 'en', i.name_en))
     FROM case_links l JOIN cases o ON o.id = CASE l.from_case WHEN c.id THEN l.to_case ELSE l.from_case END
       JOIN institutions i ON i.id = o.home_id
     WHERE l.from_case = c.id OR l.to_case = c.id)`;
