"""The papers of examples/forms, each stated once, and what writes it in every form: python -m tests.forms.making."""
