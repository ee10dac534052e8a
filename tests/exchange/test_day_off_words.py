"""Which titles are ticked beforehand: those that say it clearly, and no other."""

from each_row import each_row
from hypothesis import given
from hypothesis import strategies as st

from advisory.exchange.calendar.day_off_words import looks_like_no_school

CLEAR = """
    No School|NO SCHOOL - Labor Day|Labor Day|Labor Day (observed)|Thanksgiving|Thanksgiving Break|Fall Break|Winter recess
    Mid-Winter Break|February Vacation|Spring  Break|Spring Break - no school|Easter break|Break|Half-term|School closed
    Schools Closed: snow|All schools and offices closed|CLOSED|Student holiday|Student-Free Day|Non-student day|Snow day
    No classes (staff development)|Teacher Work Day|Teacher workday|Staff Development|Professional Learning Day|In-service
    Inservice day|PD Day|Holiday|Federal holiday|Bank Holidays|Memorial Day|MLK Day|Martin Luther King, Jr. Day|Presidents’ Day
    Veterans' Day|New Year's Day|Parent-teacher conferences, no school|No students: conferences
    President's Day|Half Term|October Half Term|Half Term Break|INSET Day|Student Free Day|School Cancelled|No-School Day
    School Not in Session|Non-Student Attendance Day|No School K-12|No School (PK-12)|No School for Students
    No School/Students|No School - Students|Students Off|Student Day Off|School Holiday|District Closed|District Holiday
    Non-Instructional Day|Non Student Day|Teacher Institute Day|Institute Day|Staff In-service Day (no students)|PA Day
    Pro-D Day|Teacher Planning Day|Curriculum Day|Pupil Free Day|Teacher Only Day|Superintendent's Conference Day
    Day after Thanksgiving|No School - Thanksgiving Break Begins|First Day of Spring Break - No School
    No School, classes resume Monday|No School Nov 25-27|Winter Break 12/21 - 1/1|Spring Break April 6-10
    No School - Day after Easter|Good Friday|Easter Monday|Columbus Day|Indigenous Peoples' Day
    Columbus Day / Indigenous Peoples' Day|Classes Cancelled|All classes cancelled|School is canceled due to snow
    Snow Day - School Cancelled|No School - Staff Meeting|Schools Closed - Weather|School Closure|Winter Break (no school)
    Holiday Break|Ski Week Break|Veterans Day Observed|MLK, Jr. Day|M.L.K. Day|Martin Luther King Jr. Day
    Martin Luther King Day|Dr. Martin Luther King Jr. Day|Thanksgiving Holiday|Christmas Holidays|Mid-Winter Recess
    Mid Winter Break|April Vacation|February Break|Bank Holiday|Early May Bank Holiday|INSET day 1|Inset
    Staff PD Day - No Students|Teacher Work Day/No School|Teacher Workday - No School for Students
    Optional Teacher Workday|Staff Work Day|Records Day|Comp Day|NO SCHOOL!!|*NO SCHOOL*
    No School: Parent/Teacher Conferences|Students do not attend|Non-attendance day|No student attendance|Herbstferien
    Weihnachtsferien|Schulfrei|Kein Unterricht|Unterricht entfällt|Pädagogischer Tag|Vacances de la Toussaint|Jour férié
    Journée pédagogique|Pas d’école|Sin clases|No hay clases|Día festivo|Vacaciones de Navidad|Puente de la Constitución
    Vacanze di Natale|Férias de Natal|Não há aulas|Herfstvakantie|Studiedag|Höstlov|Jullov|冬休み|休校日|放假|寒假
    No School (Fall Break)|School Closed for Thanksgiving|Fall Break - School Closed|No classes today|Holiday - No School
    Holiday: Labor Day|Labor Day Holiday|Labor Day - No School|Labor Day/No School|No School (Labor Day)
    Memorial Day Holiday|Presidents Day Holiday|Presidents' Day Weekend|Thanksgiving Vacation|School Vacation|Vacation Day
    School Recess|Winter Holiday|Semester Break|Teacher Convention|No School Founders Day
    No School Professional Development|School Break|End of Year Break
    No School: Labor Day|Labor Day (No School)|NO SCHOOL – Staff PD|No school (Prof. Development)|Prof Dev Day
    Professional Dev. Day - No Students|No Student Day|Student Non-Attendance Day|Student Holiday/Staff Workday
    Pupil Holiday|Teacher PD Day|Staff PD|PD/No School|P.D. Day|Faculty Work Day|Teacher Inservice|Teachers Inservice
    Institute Day-No School|County Institute Day|Superintendent Conf. Day|Presidents Week|President's Week Recess
    Presidents' Week Break|February Recess|Easter Recess|Easter Holiday|Rosh Hashanah - No School
    Yom Kippur (Schools Closed)|Eid al-Fitr - School Closed|Diwali (No School)|Election Day - No School
    School Closed Due to Weather|School Closed - Inclement Weather|Emergency Closure|All Schools Closed|District Closed
    Campus Closed|Cesar Chavez Day Holiday|State Holiday|Public Holiday|Bank Holiday Monday|Mid-term break|Mid Term Break
    Midterm Break|October Break|Half-Term Holiday|Half term week|Staff Training Day|Teacher Training Day|Non-Pupil Day
    Pupil Free|School Development Day|Term 1 Holidays|School Holidays|Summer Break|Juneteenth Holiday|MLK Holiday
    Martin Luther King, Jr. Holiday|Martin Luther King Jr Birthday|MLK Jr. Day - No School|Veterans Day (Observed)
    Columbus Day (observed)|New Year's Day Observed|New Years Day|Wednesday before Thanksgiving - no school
    No School - Records Day|Grading Day - No Students|Conference Day - No School|No School Today!|No Classes - Reading Day
    Classes Not Held|School will not be in session|School will be closed|There is no school|Students will not attend
    Students not in attendance|Students have the day off|Students' day off|Day Off|Vacation Week|Closed for Thanksgiving
    CLOSED - Thanksgiving|Office and School Closed|School & Offices Closed|No School - Offices Closed
    No School; district office closed|No School - All Activities Cancelled|School Closed - All Events Canceled
    Schools and District Office Closed|School closed, no activities|Pupils' holiday|Staff Only Day|Staff Day
    NO SCHOOL (K-12)|No School, All Grades|No School - Thanksgiving Break Nov 23-27|No School 12/21-1/1
    Spring Break (3/22-3/26)|Winter Break Dec 21 - Jan 1|We will not have school|Teacher Planning Day (No School)
    School Closed Today|Snow Day!|Holiday (School Closed)|Professional Development|Professional Learning Day
    Full-day PD: No School|No School (Solo & Ensemble Contest)|No School: prima facie mock trial
"""
UNCLEAR = """
    First day of school|Last day before winter break|School resumes after break|Winter break begins|Spring break ends|Back from break
    Return from Thanksgiving Break|Early release|Half Day|Minimum day - staff development|Late start (professional learning)
    Holiday concert|Holiday Party|Holiday sweater day|Spring Break Camp|Thanksgiving Feast|Vacation Bible School|Recess|Coffee break
    Break the silence|Breakfast with books|No school uniform day|No school lunch today|Parent-teacher conferences|Conferences
    Registration closed|Library closed|School office closed|No school: kindergarten|Elementary: no school|No school for grade 9
    Snow make-up day (no school if not needed)|Possible snow day|Tentative: Spring Break|Report cards|Picture day|Spirit week
    Diwali|Yom Kippur|Earth Day|Pi day|Finals||No one is late|Student council|Teacher appreciation week|Staff meeting
    Canceled: No School - Fog Day|CANCELLED - Snow Day|No School K-5|No School Board Meeting|No School Council Meeting
    No School for Grades 6-8|No School 9-12|No School - Elementary Only|No School (K)|HS: No School|No School PM
    No School after 12:00|Early Dismissal - No School PM|Veterans Day - School in Session|Veterans Day Assembly
    No School Play Rehearsal|Half-Day|1/2 Day|Early Dismissal|Noon Dismissal|2 Hour Delay|Late Start|Snow Day Makeup
    Snow Make Up Day|No School Cancelled|No School (Cancelled)|PD Day - CANCELLED|Field trip cancelled
    After school clubs cancelled|Summer school cancelled|Winter Break Begins|Spring Break Ends|Return from Fall Break
    Winter Concert|Holiday Movie Night|Happy Holidays|Remote Learning Day|Snow Day - Remote Learning|Virtual Snow Day
    Letzter Schultag vor den Herbstferien|Ferienbeginn|Dernier jour avant les vacances de Noël|Regreso de vacaciones
    Rentrée|Erster Schultag nach den Ferien|Senior Skip Day|Spring Break Camp|Not a holiday|School as usual - Columbus Day
    Professional Development Meeting|Band Practice Cancelled|Game Cancelled|Cancelled: School Closed|Postponed: PD Day
    No School Store Today|No School Picture Day|Make-up day (no school if not needed)|Presidents' Day (make-up day)
    Grade 9 holiday|Staff day deadline|Holiday homework due|End of quarter|End of Term|Term ends|Teacher Appreciation Day
    Work day planning meeting|Valentine's Day|Halloween|No homework day|Book Fair|Parent-Teacher Conferences
    Last Day of School|School Day 5|Day 3|A Day|Open House|No Dismissal Bell|Grades due|Office closed
    District Office Closed|Conference day?|Kindergarten - No School|Y7 INSET|Early closing for half term
    Break up for half term|School closes for half term|School reopens after half term
    No School Bus Service|No School Lunch Service|No School Tomorrow?|School closed to visitors
    Campus closed to the public|Gym closed|Pool closed|Closed Campus Week|Closed Session - School Board|Holiday Luncheon
    Holiday Gram Sales|Winter Break Reading Challenge|Spring Break Trip to Spain|Winter Break Office Hours
    Thanksgiving Basket Drive|Fall Break Childcare|Spring Break Food Distribution|Summer Break Meals|Holiday Boxes
    Holiday Choir|Holiday Hat Day|Holiday Break Begins at 12|Start of Winter Break|End of Winter Break
    Beginning of Spring Break|Welcome back|School Resumes|Students Return|New Teacher Training|Staff Appreciation Day
    World Teachers' Day|Teachers' Day|Teacher Appreciation Day|Professional Learning Communities|PD Early Release
    MLK Day of Service|Juneteenth Celebration|Presidents Day - School Open|Columbus Day (School in Session)
    Federal Holiday - School in session|Snow Day (virtual)|Virtual Learning Day|eLearning Day|Snow Day - NTI
    No School for Seniors|No School - 9th Grade|No School Gr. K-2|No School grades 9 & 10|Kindergarten Only - No School
    No school - Preschool|No School - UPK|PK/K No School|No School (Elementary)|No School - ES/MS
    High School: Student Holiday|No School for Group A|No School for 8th Graders|No School K - 5|No School: K–8
    No School (sixth grade)|CANCELED PD Day|PD Day (Canceled)|No School - CANCELED|[Cancelled] No School
    (Cancelled) Snow Day|Canceled Event: No School|Game Cancelled|Built-in Snow Day|Snow Day Make-Up if needed
    Tentative No School|School Office Closed|District Offices Closed|Main office closed|Office Closed - Staff Retreat
    No School Open House|No School Site Council|No School Improvement Team Meeting|School Holiday Concert
    School Holiday Party|Student Holiday Shop|Holiday Market|Student off-campus lunch
"""


def titles(text):
    return [title.strip() for line in text.strip().splitlines() for title in line.split("|")]


@each_row("title", titles(CLEAR))
def test_a_clear_title_is_ticked(title):
    assert looks_like_no_school(title)


@each_row("title", titles(UNCLEAR))
def test_a_title_that_may_mean_something_else_is_not(title):
    assert not looks_like_no_school(title)


@given(st.sampled_from(titles(CLEAR)), st.sampled_from(["", " ", "  "]), st.booleans())
def test_case_and_blanks_make_no_difference(title, blanks, shouted):
    written = blanks + (title.upper() if shouted else title).replace(" ", f" {blanks}") + blanks
    assert looks_like_no_school(written) == looks_like_no_school(title)


@given(st.text())
def test_any_title_has_an_answer(title):
    assert looks_like_no_school(title) in {True, False}


def test_a_title_as_long_as_a_page_is_not_ticked():
    assert looks_like_no_school("No school " + "x" * 290)
    assert not looks_like_no_school("No school " + "x" * 291)


def test_a_category_as_long_as_a_book_is_not_looked_through():
    assert not looks_like_no_school("Founders' Day", ["campus " * 1_000_000])
