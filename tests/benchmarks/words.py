"""The words of which the prose of the corpora is made."""

from __future__ import annotations

_ENGLISH = """
the of and to in on for with by against all its their this as Member States United Nations
cooperation terrorism counter-terrorism border security management strategy implementation
resolution declaration conference participants international regional relevant measures human
rights rule law prevention violent extremism capacity-building technical assistance request
Secretary-General report session agenda item sustainable development exchange information
financing travel foreign fighters women youth civil society partners initiative process phase
reaffirming recalling noting welcoming encouraging calls upon emphasizing also further
"""

_RUSSIAN = """
и в на по с для о об от при всех их этого как государства-члены Организация Объединённых Наций
сотрудничество терроризм борьба граница безопасность управление стратегия осуществление резолюция
декларация конференция участники международный региональный соответствующие меры права человека
верховенство закон предупреждение насильственный экстремизм потенциал техническая помощь просит
Генеральный секретарь доклад сессия повестка пункт устойчивое развитие обмен информация
финансирование женщины молодёжь гражданское общество партнёры инициатива процесс этап
"""

_TAJIK = """
ва дар ба аз барои бо оид ҳамаи онҳо ин давлатҳои аъзо Созмони Милали Муттаҳид ҳамкорӣ терроризм
муқовимат сарҳад амният идоракунӣ стратегия татбиқ қатънома эъломия конфронс иштирокчиён
байналмилалӣ минтақавӣ дахлдор чораҳо ҳуқуқи инсон волоияти қонун пешгирӣ ифротгароӣ
иқтидор кӯмаки техникӣ дархост Муншии кулл гузориш иҷлосия рӯзнома банд рушди устувор табодули
иттилоот маблағгузорӣ занон ҷавонон ҷомеаи шаҳрвандӣ шарикон ташаббус раванд марҳила
"""

#: What operative paragraphs begin with.
LEADS = (
    "Calls upon",
    "Decides",
    "Encourages",
    "Expresses its appreciation to",
    "Invites",
    "Reaffirms",
    "Recognizes",
    "Requests",
    "Takes note of",
    "Welcomes",
)

WORDS = {"en": _ENGLISH.split(), "ru": _RUSSIAN.split(), "tg": _TAJIK.split()}
