"""The twenty-two invented students, by grade."""

from .amina_yusuf import AMINA
from .anneliese_featherstonehaugh import ANNELIESE
from .caleb_whitehorse import CALEB
from .diego_ramirez import DIEGO
from .elif_demir import ELIF
from .ingrid_solheim import INGRID
from .jordan_reed import JORDAN
from .jun_watanabe import JUN
from .kai_tran import KAI
from .leila_haddad import LEILA
from .mateus_carvalho import MATEUS
from .maya_okafor import MAYA
from .nia_baptiste import NIA
from .noah_brandt import NOAH_BRANDT
from .noah_lindqvist import NOAH_LINDQVIST
from .priya_raman import PRIYA
from .rosa_quispe import ROSA
from .samir_qureshi import SAMIR
from .seun_adeyemi import SEUN
from .tavita_leota import TAVITA
from .theodora_papadakis import TEDDY
from .yutong_li import YUTONG

STORIES = (
    *(AMINA, CALEB, ELIF, JUN, NOAH_LINDQVIST, ROSA),
    *(DIEGO, MAYA, SEUN, TAVITA, TEDDY, YUTONG),
    *(INGRID, JORDAN, MATEUS, NOAH_BRANDT, PRIYA),
    *(ANNELIESE, KAI, LEILA, NIA, SAMIR),
)
