"""What the cue readers see and hand on: a sentence with its quotations in, a cue with its words out."""
