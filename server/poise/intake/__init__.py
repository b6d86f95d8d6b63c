"""What comes in from files: calendars, LinkedIn's archive, other trackers, our own export.

A file is read whole into offers, which are shown as the rows of a preview; what the user chooses of them is
written in one transaction. Words, columns, limits and formats are data, in the tables beside this file.
"""
