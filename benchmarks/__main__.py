"""All measurements, printed as tables."""

from benchmarks import scale, throughput, widgets

if __name__ == "__main__":
    throughput.main()
    scale.main()
    widgets.main()
