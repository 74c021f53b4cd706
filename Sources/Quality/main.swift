// quandian-quality SUITE FILE… : scores a filter against a development set and prints one JSON object a measure.
print("quandian-quality: no suite yet")
