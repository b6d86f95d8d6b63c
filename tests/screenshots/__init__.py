"""Pictures of everything a person sees, to be looked at one by one."""
