"""Every file that is made of others: `make renew` writes them all anew, and changes nothing where nothing has changed."""

from poise.doctor import ship as findings
from poise.sites import ship as maps
from tools import rules, sites

if __name__ == "__main__":
    for made in (maps, findings, sites, rules):
        made.main()
