"""What Poise costs, beside a bare floor measured in the same run. A benchmark reports; it never fails on time."""
