"""What one article says: its dates, its events, and the evidence for each."""

import timeline

TEXT = """موسكو - أعلن المتحدث باسم الكرملين دميتري بيسكوف، اليوم الخميس، أن موسكو تدرس الرد الأميركي.
وكانت روسيا والولايات المتحدة قد عقدتا محادثات في جنيف يومي 9 و10 كانون الثاني/يناير 2022، وتطالب موسكو بضمانات أمنية."""

print("The dates that it names, and how each was read:")
for found in timeline.find_dates(TEXT, published="27 يناير 2022"):
    print(f"  {found.text} = {found.value}  ({'; '.join(found.trace)})")

print("The events that it tells, in order:")
for event in timeline.extract(TEXT, published="27 يناير 2022"):
    date, actors, action, place = event
    print(f"  {date}: {'، '.join(actor.name for actor in actors)}: {action.text} [{action.type}]", place.name if place else "")
    for mention in event.mentions:
        assert TEXT[mention.start : mention.end] == mention.quote  # every claim points into the text
