"""What people do with Tavolo, one function a deed; the only code that commits, beside the journal."""
