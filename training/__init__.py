"""What the reading of texts is taught from: labelled texts in, weights out. Nothing of this is in the package."""
