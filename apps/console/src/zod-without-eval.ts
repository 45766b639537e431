import { z } from "zod";

// The content-security policy forbids making code from text; zod would otherwise try it once.
z.config({ jitless: true });
