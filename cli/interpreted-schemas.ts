/** To be imported before any schema: to compile what reads an object takes longer than to read the few that most files hold. */
import * as z from 'zod';

z.config({ jitless: true });
