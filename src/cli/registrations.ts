import type { Command } from 'commander';
import { requireEventNamed } from '../modules/workshops/events.ts';
import { writeRegistrationsCsv, writeRegistrationsWorkbook } from '../modules/workshops/exports.ts';
import type { Locale } from '../platform/texts.ts';
import { type EventOptions, languageOf, withEvent, withLanguage, writeOut } from './event-options.ts';
import { asOperator } from './operator.ts';
import { say, UsageError } from './output.ts';

/** `muster registrations export` */
export function defineRegistrations(program: Command): void {
  const registrations = program.command('registrations').description('Export who chose which workshop.');
  withLanguage(withEvent(registrations.command('export <file>')))
    .description(
      'Write an Excel workbook (.xlsx): a sheet for each workshop, then an overview, the participants of each group and ' +
        'those without a choice; or CSV (.csv): a line for each participant and workshop.',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  muster registrations export registrations.xlsx --event workshops2027\n' +
        '  muster registrations export registrations.csv --event workshops2027 --lang en --site alpha',
    )
    .action(exportAll);
}

async function exportAll(file: string, options: EventOptions & { lang?: Locale }): Promise<void> {
  const write = writerOf(file);
  await asOperator('registrations export', async (operator) => {
    const { site, context } = await operator.at(options.site);
    const { id } = await context.read((read) => requireEventNamed(read, options.event));
    await writeOut(await write(context, id, languageOf(site, options.lang)), file);
  });
  say(`The registrations of ${options.event} are in ${file}.`);
}

function writerOf(file: string): typeof writeRegistrationsWorkbook {
  if (/\.xlsx$/i.test(file)) return writeRegistrationsWorkbook;
  if (/\.csv$/i.test(file)) return writeRegistrationsCsv;
  throw new UsageError(`${file} ends in neither .xlsx nor .csv.`);
}
