"""How the tables of the registers are made from their sources and from our own facts."""
